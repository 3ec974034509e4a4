/* Addresses of servers: which of them may be asked, and what of them may be
 * shown. Plain http goes to this machine only, unless the caller says that any
 * will do, and no address holds a name and password, which would end up in
 * process lists and messages. */
#ifndef HTTP_URL_H
#define HTTP_URL_H

#include <stdbool.h>

#include "buf.h"

/* Why `url` may not be asked, as a static text that goes on "the address ..."
 * with "has a password in it" and the like; NULL if it may. `insecure` allows
 * plain http to other machines. */
const char *http_url_refused(const char *url, bool insecure);

/* True if the address is of this machine: localhost, 127.0.0.0/8 or ::1, as it
 * stands; no name is looked up. */
bool http_url_is_loopback(const char *url);

/* True if both have the same scheme, host and port. */
bool http_url_same_server(const char *a, const char *b);

/* Appends scheme, host and port: what may be shown of any address. */
void http_url_show(const char *url, struct buf *out);

/* Appends `text` as a value in a query, bytes escaped where needed. */
void http_url_escape(const char *text, struct buf *out);

#endif
