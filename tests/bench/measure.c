/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* measure [--runs=N] LABEL=COMMAND...
 *
 * Runs commands in turn (A B C A B C ...), so that whatever else the machine does falls on all of them, and prints the
 * medians and the median of the ratios to the first command's run of the same turn. Only these ratios are fit for a
 * limit: clock times of different hours can't be compared.
 */

typedef struct
{
  double wall; /* milliseconds */
  double cpu;  /* milliseconds, user and system, with all children */
  double peak; /* MB resident */
} Run;

typedef struct
{
  char       *label;
  const char *command;
  GArray     *runs; /* (element-type Run) */
} Command;

static double
to_milliseconds (struct timeval time)
{
  return (double) time.tv_sec * 1000 + (double) time.tv_usec / 1000;
}

static gboolean
run (const Command *command,
     Run           *result)
{
  g_autofree char *line = g_strconcat ("exec ", command->command, " >/dev/null 2>&1 </dev/null", NULL);
  gint64           start = g_get_monotonic_time ();
  struct rusage    usage;
  int              status;
  pid_t            child = fork ();

  if (child == 0)
    {
      execl ("/bin/sh", "sh", "-c", line, NULL);
      _exit (127);
    }

  if (child < 0 || wait4 (child, &status, 0, &usage) != child || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return FALSE;

  result->wall = (double) (g_get_monotonic_time () - start) / 1000;
  result->cpu = to_milliseconds (usage.ru_utime) + to_milliseconds (usage.ru_stime);
  result->peak = (double) usage.ru_maxrss / 1024;

  return TRUE;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The median over all runs of the number at @offset in a Run, as it is or divided by the first command's. */
static double
get_median (const Command *command,
            const Command *first,
            gsize          offset)
{
  guint              n = command->runs->len;
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      values[i] = G_STRUCT_MEMBER (double, &g_array_index (command->runs, Run, i), offset);
      if (first != NULL)
        values[i] /= G_STRUCT_MEMBER (double, &g_array_index (first->runs, Run, i), offset);
    }

  qsort (values, n, sizeof (double), compare_doubles);

  return (values[(n - 1) / 2] + values[n / 2]) / 2;
}

static void
print (const Command *command,
       const Command *first)
{
  g_print ("%s\t%.1f\t%.1f\t%.1f\t%.3f\t%.3f\t%.3f\n", command->label,
           get_median (command, NULL, G_STRUCT_OFFSET (Run, wall)),
           get_median (command, NULL, G_STRUCT_OFFSET (Run, cpu)),
           get_median (command, NULL, G_STRUCT_OFFSET (Run, peak)),
           get_median (command, first, G_STRUCT_OFFSET (Run, cpu)),
           get_median (command, first, G_STRUCT_OFFSET (Run, wall)),
           get_median (command, first, G_STRUCT_OFFSET (Run, peak)));
}

int
main (int   argc,
      char *argv[])
{
  int                n_runs = 9;
  const GOptionEntry entries[] = {
    { "runs", 'n', 0, G_OPTION_ARG_INT, &n_runs, "Run every command N times (9)", "N" },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("LABEL=COMMAND…");
  g_autoptr(GError) error = NULL;
  g_autofree Command *commands = NULL;
  int                 n_commands;

  g_option_context_add_main_entries (context, entries, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2 || n_runs < 1)
    {
      g_printerr ("measure: %s\n", error != NULL ? error->message : "expected LABEL=COMMAND…");
      return 2;
    }

  n_commands = argc - 1;
  commands = g_new0 (Command, n_commands);

  for (int i = 0; i < n_commands; i++)
    {
      const char *equals = strchr (argv[i + 1], '=');

      if (equals == NULL)
        {
          g_printerr ("measure: expected LABEL=COMMAND, found “%s”\n", argv[i + 1]);
          return 2;
        }

      commands[i].label = g_strndup (argv[i + 1], (gsize) (equals - argv[i + 1]));
      commands[i].command = equals + 1;
      commands[i].runs = g_array_new (FALSE, FALSE, sizeof (Run));
    }

  /* The turn before the first fills the machine's caches. */
  for (int turn = -1; turn < n_runs; turn++)
    for (int i = 0; i < n_commands; i++)
      {
        Run result;

        if (!run (&commands[i], &result))
          {
            g_printerr ("measure: %s failed: %s\n", commands[i].label, commands[i].command);
            return 1;
          }

        if (turn >= 0)
          g_array_append_val (commands[i].runs, result);
      }

  g_print ("command\twall ms\tCPU ms\tpeak MB\tCPU ratio\twall ratio\tpeak ratio\n");
  for (int i = 0; i < n_commands; i++)
    print (&commands[i], &commands[0]);

  for (int i = 0; i < n_commands; i++)
    {
      g_array_unref (commands[i].runs);
      g_free (commands[i].label);
    }

  return 0;
}
