/** The dispatch room over HTTP. */
@NullMarked
package org.tocsin.app.dispatch.web;

import org.jspecify.annotations.NullMarked;
