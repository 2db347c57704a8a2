/** Tests of the doors in. */
@NullMarked
package org.tocsin.app.intake;

import org.jspecify.annotations.NullMarked;
