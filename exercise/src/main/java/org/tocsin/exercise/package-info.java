/**
 * Drives Tocsin from outside, through its public HTTP interface only: feeds, drills, checks, load.
 */
@NullMarked
package org.tocsin.exercise;

import org.jspecify.annotations.NullMarked;
