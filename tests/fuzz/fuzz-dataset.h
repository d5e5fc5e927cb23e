/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nev-dataset.h"

/* Asks a dataset what any program would ask it. */
void fuzz_read_dataset (NevDataset *dataset);
