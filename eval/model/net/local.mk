# The network: its layout, the kernels, forward, backward and answering.
if IMAGES
noinst_LIBRARIES += libnet.a
net_cppflags = $(AM_CPPFLAGS) -I$(srcdir)/eval/model
net_cflags = $(AM_CFLAGS) -fno-math-errno -fno-trapping-math
libnet_a_CPPFLAGS = $(net_cppflags)
libnet_a_CFLAGS = $(net_cflags)
libnet_a_SOURCES = \
	eval/model/net/elementary.h \
	eval/model/net/infer.h \
	eval/model/net/kernels.h \
	eval/model/net/network.h \
	eval/model/net/real.h \
	eval/model/net/shape.c eval/model/net/shape.h
endif
