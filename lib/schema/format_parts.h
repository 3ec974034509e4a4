/* The formats, each a function: true if `len` bytes of valid UTF-8 have it.
 * format.c has their names. */
#ifndef SCHEMA_FORMAT_PARTS_H
#define SCHEMA_FORMAT_PARTS_H

#include <stdbool.h>
#include <stddef.h>

/* format_date.c: RFC 3339, section 5.6 and appendix A. A leap second is right
 * at 23:59:60 UTC, with a date at the end of a month only. */
bool format_date(const char *text, size_t len);
bool format_time(const char *text, size_t len);
bool format_date_time(const char *text, size_t len);
bool format_duration(const char *text, size_t len);

/* format_address.c: RFC 2673, section 3.2, and RFC 4291, section 2.2; an octet
 * has no zeros before it, as in RFC 3986. */
bool format_ipv4(const char *text, size_t len);
bool format_ipv6(const char *text, size_t len);

/* format_host.c: RFC 1123, section 2.1, with A-labels that RFC 5890 to 5893
 * allow; and the same in their own letters. */
bool format_hostname(const char *text, size_t len);
bool format_idn_hostname(const char *text, size_t len);

/* The same as part of an address for mail, where it need not be in NFC. */
bool format_idn_domain(const char *text, size_t len);

/* True if it is one or more labels of letters, digits and hyphens, the latter
 * neither first nor last, with dots between them. */
bool format_is_ldh(const char *text, size_t len);

/* format_mail.c: RFC 5321, section 4.1.2, and RFC 6531, section 3.3. */
bool format_email(const char *text, size_t len);
bool format_idn_email(const char *text, size_t len);

/* format_uri.c: RFC 3986, appendix A, and RFC 3987, section 2.2; a reference
 * may be relative. */
bool format_uri(const char *text, size_t len);
bool format_uri_reference(const char *text, size_t len);
bool format_iri(const char *text, size_t len);
bool format_iri_reference(const char *text, size_t len);

/* format_template.c: RFC 6570, section 2, with its erratum 6937. */
bool format_uri_template(const char *text, size_t len);

/* Whether RFC 3987 lets a character beyond ASCII stand in an IRI; in its query
 * only. */
bool format_is_ucschar(unsigned point);
bool format_is_private(unsigned point);

/* format.c: RFC 4122, section 3; the relative pointers of JSON Schema's own
 * draft. */
bool format_uuid(const char *text, size_t len);
bool format_relative_pointer(const char *text, size_t len);

#endif
