/** What people use besides the API: the admin endpoint and the page that shows a company. */
@NullMarked
package dev.tieout.testkit.admin.internal;

import org.jspecify.annotations.NullMarked;
