/** The registry over HTTP. */
@NullMarked
package org.tocsin.app.registry.web;

import org.jspecify.annotations.NullMarked;
