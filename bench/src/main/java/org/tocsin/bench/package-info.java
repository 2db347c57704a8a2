/**
 * Measurements of Tocsin, each run as {@code ./tocsin bench NAME}: what it measures, on what
 * machine, and whether the targets are met. Never part of the test run.
 */
@NullMarked
package org.tocsin.bench;

import org.jspecify.annotations.NullMarked;
