/**
 * Clocks that hold the law: terms, working calendars, pauses, extensions, and the proof of every
 * due date. Plain Java, no framework, no clock of its own: every instant is an argument.
 */
@NullMarked
package org.tocsin.kernel.time;

import org.jspecify.annotations.NullMarked;
