/** The database of an installation: started or reached, migrated, backed up, restored. */
@NullMarked
package org.tocsin.app.foundation.internal.db;

import org.jspecify.annotations.NullMarked;
