/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* first-picture [--runs=N] LABEL=COMMAND...
 *
 * Starts programs in turn on an X display of its own and takes the time until the first window is mapped and shows more
 * than one colour. Prints medians and the median of the ratios to the first command's run of the same turn.
 */

#define PATIENCE (20 * G_USEC_PER_SEC)
#define MIN_SIDE 150 /* a smaller window is a helper and not what a person waits for */

typedef struct
{
  char       *label;
  const char *command;
  GArray     *times; /* (element-type double): milliseconds, one a turn */
} Program;

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;
}

static gboolean
has_picture (Display *display,
             Window   window)
{
  XWindowAttributes attributes;
  XImage           *image;
  gboolean          is_found = FALSE;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable)
    return FALSE;

  image = XGetImage (display, window, 0, 0, (guint) attributes.width, (guint) attributes.height, AllPlanes, ZPixmap);

  if (image == NULL)
    return FALSE;

  for (int y = 0; y < image->height && !is_found; y++)
    for (int x = 0; x < image->width && !is_found; x++)
      is_found = XGetPixel (image, x, y) != XGetPixel (image, 0, 0);

  XDestroyImage (image);

  return is_found;
}

static GPid
start (const char *command)
{
  g_auto (GStrv) argv = NULL;
  GPid pid = 0;
  g_autoptr (GError) error = NULL;

  if (!g_shell_parse_argv (command, NULL, &argv, &error) ||
      !g_spawn_async (NULL, argv, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s: %s", command, error->message);

  return pid;
}

/* The milliseconds until there is a picture; negative if there was none in time. */
static double
wait_for_picture (Display *display,
                  int      damage_event,
                  gint64   begin)
{
  Window window = None;

  while (g_get_monotonic_time () - begin < PATIENCE)
    {
      XEvent        event;
      struct pollfd connection = { ConnectionNumber (display), POLLIN, 0 };

      if (XPending (display) == 0)
        poll (&connection, 1, 10);

      while (XPending (display) > 0)
        {
          XNextEvent (display, &event);

          if (event.type == MapNotify && window == None && !event.xmap.override_redirect)
            {
              XWindowAttributes attributes;

              if (XGetWindowAttributes (display, event.xmap.window, &attributes) && attributes.width >= MIN_SIDE && attributes.height >= MIN_SIDE)
                {
                  window = event.xmap.window;
                  XDamageCreate (display, window, XDamageReportRawRectangles);
                }
            }
          else if (event.type == damage_event + XDamageNotify && has_picture (display, window))
            return (double) (g_get_monotonic_time () - begin) / 1000;
        }
    }

  return -1;
}

static double
measure (Display    *display,
         int         damage_event,
         const char *command)
{
  gint64 begin = g_get_monotonic_time ();
  GPid   pid = start (command);
  double time = wait_for_picture (display, damage_event, begin);

  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);

  /* What the window leaves behind isn't the next one's. */
  g_usleep (G_USEC_PER_SEC / 10);
  XSync (display, True);

  return time;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_median (const double *values,
            gsize         n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);

  qsort (sorted, n, sizeof *sorted, compare);

  return sorted[n / 2];
}

int
main (int   argc,
      char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  int      n_runs = 9, damage_event, damage_error, first = 1, n_programs;
  g_autofree Program *programs = NULL;

  if (argc > 1 && g_str_has_prefix (argv[1], "--runs="))
    n_runs = atoi (argv[first++] + strlen ("--runs="));

  n_programs = argc - first;

  if (display == NULL || n_programs < 1 || n_runs < 1 || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      g_printerr ("first-picture: needs a display with the damage extension, and LABEL=COMMAND...\n");
      return 2;
    }

  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  programs = g_new0 (Program, (gsize) n_programs);

  for (int i = 0; i < n_programs; i++)
    {
      const char *command = strchr (argv[first + i], '=');

      if (command == NULL)
        {
          g_printerr ("first-picture: expected LABEL=COMMAND, found “%s”\n", argv[first + i]);
          return 2;
        }

      programs[i].label = g_strndup (argv[first + i], (gsize) (command - argv[first + i]));
      programs[i].command = command + 1;
      programs[i].times = g_array_new (FALSE, FALSE, sizeof (double));
    }

  /* The first turn warms the caches up and doesn't count. */
  for (int turn = -1; turn < n_runs; turn++)
    for (int i = 0; i < n_programs; i++)
      {
        double time = measure (display, damage_event, programs[i].command);

        if (time < 0)
          {
            g_printerr ("first-picture: %s showed no window\n", programs[i].label);
            return 1;
          }

        if (turn >= 0)
          g_array_append_val (programs[i].times, time);
      }

  for (int i = 0; i < n_programs; i++)
    {
      const double      *base = (const double *) (gpointer) programs[0].times->data;
      const double      *times = (const double *) (gpointer) programs[i].times->data;
      g_autofree double *ratios = g_new (double, (gsize) n_runs);

      for (int turn = 0; turn < n_runs; turn++)
        ratios[turn] = times[turn] / base[turn];

      g_print ("%s\t%.0f ms\t%.3f\n", programs[i].label, get_median (times, (gsize) n_runs), get_median (ratios, (gsize) n_runs));
    }

  for (int i = 0; i < n_programs; i++)
    {
      g_free (programs[i].label);
      g_array_unref (programs[i].times);
    }

  XCloseDisplay (display);

  return 0;
}
