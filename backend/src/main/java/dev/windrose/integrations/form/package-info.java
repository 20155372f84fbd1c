/** Forms on web sites as a source. */
@NullMarked
package dev.windrose.integrations.form;

import org.jspecify.annotations.NullMarked;
