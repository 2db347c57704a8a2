/** Tests of the dispatch room from outside. */
@NullMarked
package org.tocsin.app.dispatch;

import org.jspecify.annotations.NullMarked;
