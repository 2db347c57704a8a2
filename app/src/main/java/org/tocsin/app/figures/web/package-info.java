@NullMarked
package org.tocsin.app.figures.web;

import org.jspecify.annotations.NullMarked;
