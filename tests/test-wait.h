/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the tests of windows share. */

#define PATIENCE (20 * G_USEC_PER_SEC)

static inline gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until @condition holds; it's asked once more at the end. */
#define wait_until(condition)                              \
  G_STMT_START                                             \
  {                                                        \
    gint64 end_ = g_get_monotonic_time () + PATIENCE;      \
    guint  tick_ = g_timeout_add (5, tick_cb, NULL);       \
    while (!(condition) && g_get_monotonic_time () < end_) \
      g_main_context_iteration (NULL, TRUE);               \
    g_source_remove (tick_);                               \
    g_assert_true (condition);                             \
  }                                                        \
  G_STMT_END
