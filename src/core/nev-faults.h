/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NevFaults:
 * @errors: (element-type GError): in the order in which they were found
 * @max: how many are wanted; the reading ends with the last of them
 *
 * What is wrong with a file. Who only opens it wants to hear of the first mistake; who mends it, of all.
 */
typedef struct
{
  GPtrArray *errors;
  guint      max;
} NevFaults;

void     nev_faults_init    (NevFaults       *self,
                             guint            max);
void     nev_faults_clear   (NevFaults       *self);
gboolean nev_faults_take    (NevFaults       *self,
                             GError          *error);
gboolean nev_faults_is_full (const NevFaults *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NevFaults, nev_faults_clear)

G_END_DECLS
