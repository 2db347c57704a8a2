/** Stores, policies and the work behind the doors of staff. */
@NullMarked
package org.tocsin.app.staff.internal;

import org.jspecify.annotations.NullMarked;
