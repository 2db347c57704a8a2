/** Stores, importers, the index and the policies of the registry; not for other rooms. */
@NullMarked
package org.tocsin.app.registry.internal;

import org.jspecify.annotations.NullMarked;
