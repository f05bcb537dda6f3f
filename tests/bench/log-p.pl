# Ratings as a script reads them from patches: what git gives without a tool of its own.
# usage: perl log-p.pl          in a repository; prints how many ratings and re-ratings
use strict;
use warnings;

open(my $log, '-|', qw(git log -p --format=%H -- plans)) or die "git log: $!\n";
my ($path, $period, $begun, $old, $new) = ('', '', 0, '', '');
my ($ratings, $rerated, %ratings) = (0, 0);

# One commit's patch of one file has been read. The log runs backwards: the first
# rating met for a period is the one that stands.
sub close_file {
	if ($period ne '' && $new ne '') {
		$ratings++ unless exists $ratings{"$path $period"};
		$ratings{"$path $period"} //= $new;
		$rerated++ if $old ne '' && !$begun;
	}
	($path, $period, $begun, $old, $new) = ('', '', 0, '', '');
}

while (<$log>) {
	if (m{^diff --git a/plans/(\S+\.md) b/}) {
		close_file();
		$path = $1;
	} elsif (/^[0-9a-f]{40,64}$/) {
		close_file();
	} elsif (/^([+ ])period: (\S+)/) {
		($period, $begun) = ($2, $1 eq '+');
	} elsif (/^([-+ ])rag: (\S+)/) {
		if ($1 eq '-') { $old = $2 } else { $new = $2 }
	}
}
close_file();
close($log) or die "git log: exit $?\n";
print "$ratings ratings, $rerated times one was changed\n";
