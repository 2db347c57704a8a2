/** Tests of the spine's pure parts. */
@NullMarked
package org.tocsin.app.matter.internal;

import org.jspecify.annotations.NullMarked;
