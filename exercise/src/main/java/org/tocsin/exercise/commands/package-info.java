/** The command line's sub-commands, one class each. */
@NullMarked
package org.tocsin.exercise.commands;

import org.jspecify.annotations.NullMarked;
