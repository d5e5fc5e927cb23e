/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nev-encoding.h"
#include "nev-error.h"

#define BYTES(text) text, sizeof text - 1

#define UNKNOWN_ENCODING \
  "line 1: expected text in UTF-8, UTF-16 or GB18030, found something else; say with --encoding what it is, such as ISO-8859-1"

static void
test_decode (void)
{
  static const struct
  {
    const char *data;
    gsize       length;
    const char *wanted;
    const char *text; /* or the message */
    const char *found;
  } cases[] = {
    { BYTES (""), NULL, "", "UTF-8" },
    { BYTES ("a,b\n"), NULL, "a,b\n", "UTF-8" },
    { BYTES ("月份"), NULL, "月份", "UTF-8" },
    { BYTES ("\xef\xbb\xbf月"), NULL, "月", "UTF-8" },
    { BYTES ("\xef\xbb\xbf"), NULL, "", "UTF-8" },
    { BYTES ("\xd4\xc2\xb7\xdd,\xcf\xfa\xc1\xbf"), NULL, "月份,销量", "GB18030" },
    { BYTES ("\x81\x30\x81\x30"), "GB18030", "\xc2\x80", "GB18030" },
    { BYTES ("\xf6\xce\xb5\xd8,\xcf\xfa\xc1\xbf"), NULL, "鑫地,销量", "GB18030" },
    { BYTES ("Ann\xe9"
             "e,Soci\xe9"
             "t\xe9 g\xe9n\xe9"
             "rale\n"),
      NULL, UNKNOWN_ENCODING, NULL },
    { BYTES ("M\xfcnchen"), NULL, UNKNOWN_ENCODING, NULL },
    { BYTES ("Gr\xf6\xdf"
             "e,M\xfc"
             "ll"),
      NULL, UNKNOWN_ENCODING, NULL },
    { BYTES ("\xcf\xf0\xee\xe4\xe0\xe6\xe8 \xfd\xeb\xe5\xea\xf2\xf0\xee"), NULL, UNKNOWN_ENCODING, NULL },
    { BYTES ("\x81\x30\x81\x30"), NULL, UNKNOWN_ENCODING, NULL },
    { BYTES ("\xd4\xc2\xb7\xdd\xcf\xfa\n\xc1"), NULL, "line 2: expected text in GB18030, found something else as byte 8 of the file’s text", NULL },
    { BYTES ("\xff\xfe\x08\x67,\0"), NULL, "月,", "UTF-16LE" },
    { BYTES ("\xfe\xff\x67\x08\0,"), NULL, "月,", "UTF-16BE" },
    { BYTES ("\xff\xfe\x08\x67"), "UTF-16", "月", "UTF-16LE" },
    { BYTES ("\xfe\xff\x67\x08"), "utf-16be", "月", "UTF-16BE" },
    { BYTES ("Gr\xf6\xdf"
             "e"),
      "ISO-8859-1", "Größe", "ISO-8859-1" },
    { BYTES ("月"), "UTF-8", "月", "UTF-8" },
    { BYTES ("a\nb\0c"), NULL, "line 2: expected text, found a zero byte", NULL },
    { BYTES ("\xff\xfe\n\0\0\0"), NULL, "line 2: expected text, found a zero byte", NULL },
    { BYTES ("a\n\xd4\xc2"), "UTF-8", "line 2: expected UTF-8, found 0xd4 as byte 3 of the file’s text", NULL },
    { BYTES ("a\r\n\xd4"), NULL, "line 2: expected text in UTF-8, UTF-16 or GB18030, found something else; say with --encoding what it is, such as ISO-8859-1", NULL },
    { BYTES ("a\n\xff\xff"), "GB18030", "line 2: expected text in GB18030, found something else as byte 3 of the file’s text", NULL },
    { BYTES ("\xff\xfe"
             "a"),
      NULL, "line 1: expected text in UTF-16LE, found something else as byte 1 of the file’s text", NULL },
    { BYTES ("a"), "klingon", "expected an encoding such as UTF-8, UTF-16, GB18030 or ISO-8859-1, found “klingon”", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].data, cases[i].length);
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;
      gsize            length = 0;
      g_autofree char *text = nev_encoding_decode (bytes, cases[i].wanted, &length, &found, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (text != NULL ? text : error->message, ==, cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
      if (text != NULL)
        g_assert_cmpuint (length, ==, strlen (text));
      else
        g_assert_true (error->domain == NEV_DATA_ERROR);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/decode", test_decode);

  return g_test_run ();
}
