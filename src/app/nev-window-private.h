/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-contradictions.h"
#include "nev-loading-page.h"
#include "nev-loading-toast.h"
#include "nev-overview.h"
#include "nev-trail.h"
#include "nev-watch.h"
#include "nev-window.h"

G_BEGIN_DECLS

/* Page 0 is the overview; the others are the dataset's charts. Each chart keeps its state, so that coming
 * back to it finds it as it was left.
 */

/* A dataset that is open. */
typedef struct
{
  GFile        *file; /* NULL: the bundled one */
  NevDataset   *dataset;
  NevWatch     *watch;   /* NULL where there is nothing to watch */
  GCancellable *loading; /* its next version */
  gboolean      is_chosen; /* somebody said how the table is read */
} NevOpened;

struct _NevWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned */
  GFile      *file;     /* NULL: the bundled dataset */
  GSettings  *settings; /* NULL where the schema isn't installed */
  GPtrArray  *opened;   /* (element-type NevOpened) */
  NevDataset *dataset;  /* of all that are open; NULL until they are loaded */
  GPtrArray  *states;   /* (element-type NevChartState) */
  NevTrail   *trail;    /* of the dataset's views */

  /* Owned; the view that is to be shown in the dataset, and a dialog that asks for one */
  GFile                *view_file;
  GtkFileChooserNative *chooser;

  /* Owned; cancelled by a newer request and when the window goes */
  GCancellable    *loading;
  NevLoadingToast *loading_toast; /* of datasets besides it, and of new versions; NULL when the window goes */

  /* Weak; what was said last about a new version of a dataset */
  AdwToast *watch_toast;

  /* Owned; what to show when the dataset is there */
  char     *wanted_chart;
  char     *wanted_series;
  NevPeriod wanted_period;
  GPtrArray *wanted_files; /* (element-type GFile): datasets besides it */

  /* Weak; NULL while it isn't open */
  GtkWindow *titles_dialog;

  /* Weak; NULL until there is a dataset */
  NevChartPage *chart_page;

  /* Borrowed; in the sidebar */
  GtkWidget *contradictions_count;

  guint       page;
  gboolean    shows_contradictions; /* then page is 0 */
  NevLanguage chart_language;
  gulong      after_paint;
  gboolean    is_on_the_way; /* from a view to another */

  /* Template widgets */
  AdwToastOverlay *toasts;
  AdwFlap         *flap;
  AdwWindowTitle  *title;
  GtkListBox      *sidebar;
  GtkStack        *stack;
  NevLoadingPage  *loading_page;
  NevOverview     *overview;
  NevContradictions *contradictions;
  AdwStatusPage   *failed_page;
  GtkWidget       *bundled_button;
  GtkWidget       *import_button;
};

/* nev-window.c */
void nev_window_update_page     (NevWindow    *self);
void nev_window_update_history  (NevWindow    *self);
void nev_window_update_subtitle (NevWindow    *self);
void nev_window_remember_view   (NevWindow    *self);

/* nev-window-load.c */
void nev_window_init_sidebar    (NevWindow    *self);
GtkWidget *nev_window_create_sidebar_row (const char *title,
                                          const char *icon_name);
void nev_window_load            (NevWindow    *self);
void nev_window_cancel_loading  (NevWindow    *self);
void nev_window_show_dataset    (NevWindow    *self,
                                 NevDataset   *dataset);
void nev_window_show_spec       (NevWindow    *self,
                                 NevSpec      *spec,
                                 GFile        *file);
void nev_window_show_failure    (NevWindow    *self,
                                 const char   *title,
                                 const GError *error);

/* nev-window-datasets.c */
void nev_window_open_dataset    (NevWindow    *self,
                                 NevDataset   *dataset);
gboolean nev_window_update_dataset (NevWindow   *self,
                                    NevOpened   *opened,
                                    NevDataset  *dataset,
                                    GError     **error);
void nev_window_add_read        (NevWindow    *self,
                                 GFile        *file,
                                 NevDataset   *dataset);
NevDataset *nev_window_get_page_dataset (NevWindow *self);
int  nev_window_get_section     (NevWindow    *self,
                                 guint         chart);
GtkWidget *nev_window_create_heading (NevWindow *self,
                                      guint      index);

/* nev-window-keep.c */
void nev_window_replace_dataset (NevWindow    *self,
                                 NevDataset   *dataset);

/* nev-window-watch.c */
void nev_window_watch           (NevWindow    *self,
                                 NevOpened    *opened);

/* nev-window-trail.c */
void nev_window_visit           (NevWindow    *self);

/* nev-window-view.c */
void nev_window_load_view       (NevWindow    *self);

/* nev-window-titles.c */
void nev_window_edit_titles     (NevWindow    *self);
void nev_window_add_note        (NevWindow    *self);
void nev_window_update_titles   (NevWindow    *self);

G_END_DECLS
