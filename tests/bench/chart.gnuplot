# SPDX-License-Identifier: GPL-3.0-or-later
# The table of "production-sales" as gnuplot draws it: gnuplot -e "data='FILE'; out='FILE'; kind='line'" chart.gnuplot
ending = out[strlen(out) - 2:]
if (ending eq 'png') { set terminal pngcairo size 1920,1080 fontscale 1.8 linewidth 2 }
if (ending eq 'svg') { set terminal svg size 1920,1080 fontscale 1.8 linewidth 2 }
if (ending eq 'pdf') { set terminal pdfcairo size 20,11.25 fontscale 1.8 linewidth 2 }
set output out
set datafile separator ','
set title 'Production and sales of new-energy vehicles in China'
set ylabel 'Vehicles'
set grid ytics
set key top left
set yrange [0:*]
if (kind eq 'line') {
  set xdata time
  set timefmt '%Y-%m'
  set format x '%Y-%m'
  plot data skip 1 using 1:2 with lines title 'NEV production', '' skip 1 using 1:5 with lines title 'NEV sales'
} else {
  set style data histogram
  set style histogram clustered gap 1
  set style fill solid
  set xtics rotate
  plot data skip 1 using 2:xtic(1) title 'NEV production', '' skip 1 using 5 title 'NEV sales'
}
