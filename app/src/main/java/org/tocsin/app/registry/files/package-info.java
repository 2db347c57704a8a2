/**
 * The files that can be imported, row by row: what each column is called, what a row must hold, and
 * why a row is refused. No Spring, no database.
 */
@NullMarked
package org.tocsin.app.registry.files;

import org.jspecify.annotations.NullMarked;
