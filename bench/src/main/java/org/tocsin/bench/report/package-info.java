/** What a bench says: tables on the terminal, JSON for programs, a section of the README. */
@NullMarked
package org.tocsin.bench.report;

import org.jspecify.annotations.NullMarked;
