/** Policies and store of the room; nothing here is named by others. */
@NullMarked
package org.tocsin.app.matter.internal;

import org.jspecify.annotations.NullMarked;
