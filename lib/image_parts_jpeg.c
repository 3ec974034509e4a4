#include "config.h"

#include "image_parts_walk.h"

#include <string.h>

/* A segment: 0xff, marker, length of all behind the marker (2 bytes, big end
 * first), data. Behind the data of a scan its bits follow, up to a marker that
 * is neither 0 (an 0xff among the bits) nor a restart. */
enum marker {
    SOF0 = 0xc0,  /* baseline */
    SOF1 = 0xc1,  /* extended */
    SOF2 = 0xc2,  /* progressive */
    DHT = 0xc4,   /* Huffman tables */
    SOF15 = 0xcf, /* the last frame header */
    RST0 = 0xd0,
    RST7 = 0xd7,
    EOI = 0xd9,
    SOS = 0xda, /* a scan */
    DQT = 0xdb, /* quantisation tables */
    DRI = 0xdd, /* restart interval */
    APP0 = 0xe0,
    APP14 = 0xee,
};

struct segment {
    unsigned marker;
    const unsigned char *data;
    size_t len; /* of the data; 0 for EOI */
};

/* Reads the segment at `at`; markers may be preceded by any number of 0xff.
 * Returns NULL, or what is wrong. */
static const char *read_segment(struct segment *s, const unsigned char *at,
                                const unsigned char *end)
{
    if (at == end || *at != 0xff)
        return "has something between its segments, or ends among them";
    while (at < end && *at == 0xff)
        at++;
    if (at == end)
        return "ends in the middle of a segment";
    *s = (struct segment){*at, at + 1, 0};
    if (s->marker == EOI)
        return NULL;
    if (end - s->data < 2)
        return "ends in the middle of a segment";
    size_t len = (size_t)s->data[0] << 8 | s->data[1];
    if (len < 2 || len > (size_t)(end - s->data))
        return "ends in the middle of a segment";
    s->data += 2;
    s->len = len - 2;
    return NULL;
}

/* Where the bits of a scan end. */
static const unsigned char *skip_bits(const unsigned char *at,
                                      const unsigned char *end)
{
    for (; at < end; at++)
        if (*at == 0xff && end - at >= 2 && at[1] != 0 &&
            (at[1] < RST0 || at[1] > RST7))
            break;
    return at;
}

/* A frame header's data: bits a sample, height and width (2 bytes each), number
 * of colours, 3 bytes for each. */
static const char *read_frame(struct image_parts *parts,
                              const struct segment *s)
{
    if (s->marker > SOF2)
        return "is a JPEG that is neither baseline nor progressive";
    if (parts->width != 0 || s->len < 6 || s->len != 6 + 3u * s->data[5])
        return "does not have one right frame header";
    if (s->data[0] != 8 || (s->data[5] != 1 && s->data[5] != 3))
        return "is a JPEG that is not 8 bits of grey or of three colours";
    parts->height = (uint32_t)s->data[1] << 8 | s->data[2];
    parts->width = (uint32_t)s->data[3] << 8 | s->data[4];
    return parts->width == 0 || parts->height == 0 ? "has no pixels" : NULL;
}

/* The values of one Huffman table, whose numbers of codes of 1 to 16 bits these
 * are; -1 if there are more than a byte has, or more codes than bits can tell
 * apart. Decoders take both on trust. */
static int count_values(const unsigned char counts[16])
{
    unsigned values = 0, used = 0; /* of 1 << 16: a code of n bits takes
                                      1 << (16 - n) */
    for (unsigned i = 0; i < 16; i++) {
        values += counts[i];
        used += (unsigned)counts[i] << (15 - i);
    }
    return values > 256 || used > 1u << 16 ? -1 : (int)values;
}

/* Huffman tables' data, one behind the other: class and number (4 bits each),
 * 16 numbers of codes, the values. */
static const char *check_tables(const struct segment *s)
{
    const unsigned char *at = s->data, *end = s->data + s->len;
    while (at < end) {
        int values = end - at < 17 ? -1 : count_values(at + 1);
        if (values < 0 || *at >> 4 > 1 || (*at & 15) > 3 ||
            end - at < 17 + values)
            return "has a Huffman table that is none";
        at += 17 + values;
    }
    return NULL;
}

static bool is_frame(unsigned marker)
{
    return marker >= SOF0 && marker <= SOF15 && marker != DHT &&
           marker != 0xc8 && marker != 0xcc;
}

/* True for a segment that is no extra. The 14 bytes of JFIF end in the size of
 * a thumbnail. */
static bool plain(const struct segment *s)
{
    static const unsigned char no_thumbnail[2] = {0, 0};
    switch (s->marker) {
    case DHT:
    case DQT:
    case DRI:
    case SOS:
    case EOI:
        return true;
    case APP0:
        return s->len == 14 && memcmp(s->data, "JFIF", 5) == 0 &&
               memcmp(s->data + 12, no_thumbnail, 2) == 0;
    case APP14:
        return s->len == 12 && memcmp(s->data, "Adobe", 5) == 0;
    default:
        return is_frame(s->marker);
    }
}

const char *image_parts_jpeg(struct image_parts *parts,
                             const unsigned char *at, const unsigned char *end)
{
    struct segment s;
    bool scanned = false;
    do {
        const char *wrong = read_segment(&s, at, end);
        if (wrong == NULL && is_frame(s.marker))
            wrong = read_frame(parts, &s);
        if (wrong == NULL && s.marker == DHT)
            wrong = check_tables(&s);
        if (wrong != NULL)
            return wrong;
        parts->extra = parts->extra || !plain(&s);
        at = s.data + s.len;
        if (s.marker == SOS) {
            scanned = parts->width != 0;
            at = skip_bits(at, end);
        }
    } while (s.marker != EOI);
    parts->extra = parts->extra || at != end;
    return scanned ? NULL : "has no picture in it";
}
