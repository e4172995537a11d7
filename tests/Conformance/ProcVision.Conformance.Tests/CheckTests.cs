namespace ProcVision.Conformance.Tests;

public sealed class CheckTests
{
    private static readonly IReadOnlyList<FactSection> Sections =
        FactList.Parse(["#\t1-3\tFrames", "1\t\tone", "2\t\ttwo", "3\t\tthree\tThe platform: it does.", "#\t\tMore", "9\t\tnine"]);

    [Fact]
    public void Every_fact_with_a_passed_test_or_an_owner_is_fine() =>
        Assert.Empty(Check.Problems(Sections, Reports.Read(("It_holds", "Pass", ["1", "2"]))));

    [Fact]
    public void A_fact_with_neither_test_nor_owner_is_named()
    {
        string problem = Assert.Single(Check.Problems(Sections, Reports.Read(("It_holds", "Pass", ["1"]))));

        Assert.Equal("2 has neither a test nor an owner: two", problem);
    }

    [Fact]
    public void A_fact_that_only_skipped_tests_show_is_named_with_the_reason()
    {
        string problem = Assert.Single(Check.Problems(Sections, Reports.Read(("It_holds", "Pass", ["1"]), ("It_waits", "Skip", ["2"]))));

        Assert.Contains("2 is shown only by tests that were skipped: Demo.Tests FrameTests.It_waits (needs signals)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_skipped_test_beside_one_that_passed_is_fine() =>
        Assert.Empty(Check.Problems(Sections, Reports.Read(("It_holds", "Pass", ["1", "2"]), ("It_holds_elsewhere", "Skip", ["2"]))));

    [Fact]
    public void A_failed_test_is_named_even_beside_one_that_passed()
    {
        string problem = Assert.Single(Check.Problems(Sections, Reports.Read(("It_holds", "Pass", ["1", "2"]), ("It_breaks", "Fail", ["2"]))));

        Assert.Equal("2 failed: Demo.Tests FrameTests.It_breaks", problem);
    }

    [Fact]
    public void One_failed_case_fails_the_test() =>
        Assert.Single(Check.Problems(Sections, Reports.Read(("It_holds", "Pass", ["1", "2"]), ("It_holds", "Fail", ["1", "2"]), ("It_holds", "Pass", ["1"]))),
            static problem => problem.StartsWith("1 failed", StringComparison.Ordinal));

    [Fact]
    public void A_mark_that_names_no_fact_is_named()
    {
        string problem = Assert.Single(Check.Problems(Sections, Reports.Read(("It_holds", "Pass", ["1", "2", "l2"]))));

        Assert.StartsWith("l2 is not in facts.tsv, but marks Demo.Tests FrameTests.It_holds.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_was_not_run_shows_nothing() =>
        Assert.Contains("2 has neither a test nor an owner: two", Check.Problems(Sections, Reports.Read(("It_holds", "Pass", ["1"]), ("It_sleeps", "NotRun", ["2"]))));
}
