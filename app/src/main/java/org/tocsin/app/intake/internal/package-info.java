/** Policies and store of the room; nothing here is named by others. */
@NullMarked
package org.tocsin.app.intake.internal;

import org.jspecify.annotations.NullMarked;
