/**
 * Speaks Tocsin's public HTTP interface: requests that survive a lost connection, and the live
 * stream.
 */
@NullMarked
package org.tocsin.exercise.http;

import org.jspecify.annotations.NullMarked;
