/**
 * How a ledger is kept: a tail in memory, sealed segments on disk, a log that makes what was
 * acknowledged survive a crash. The file formats are in docs/tracing-store.md.
 */
@NullMarked
package org.tocsin.tracing.store;

import org.jspecify.annotations.NullMarked;
