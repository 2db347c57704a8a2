/** Backup and restore of a whole installation, streamed, with proof that all of it arrived. */
@NullMarked
package org.tocsin.app.foundation.internal.archive;

import org.jspecify.annotations.NullMarked;
