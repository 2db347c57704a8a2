/** Tests of the spine, on a real database. */
@NullMarked
package org.tocsin.app.matter;

import org.jspecify.annotations.NullMarked;
