/** Tests of the dispatch room. */
@NullMarked
package org.tocsin.app.dispatch.internal;

import org.jspecify.annotations.NullMarked;
