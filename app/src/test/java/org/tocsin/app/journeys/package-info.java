/** Journeys through the real system, over HTTP, as its users and peers would go. */
@NullMarked
package org.tocsin.app.journeys;

import org.jspecify.annotations.NullMarked;
