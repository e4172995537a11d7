namespace ProcVision.Conformance.Tests;

public sealed class PageTests
{
    private static readonly IReadOnlyList<FactSection> Sections =
        FactList.Parse(["#\t1-2\tFrames", "1\tC26\tone | first", "2\t\ttwo\tThe platform: it does.", "#\t\tMore", "8\t\teight", "9\t\tnine"]);

    [Fact]
    public void A_row_has_the_fact_its_tests_with_a_link_and_the_result()
    {
        string page = Page.Write(Sections, Reports.Read(("It_holds", "Pass", ["1"]), ("And_elsewhere", "Skip", ["1"])));

        Assert.Contains(
            "\n| 1 | one \\| first | C26 | Demo: [`FrameTests.And_elsewhere`](../tests/Demo.Tests/Wire/FrameTests.cs) (skipped: needs signals)"
            + "<br>Demo: [`FrameTests.It_holds`](../tests/Demo.Tests/Wire/FrameTests.cs) | passed |\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fact_without_a_test_has_its_owner() =>
        Assert.Contains("\n| 2 | two |  | *The platform: it does.* |  |\n", Page.Write(Sections, Reports.Read()), StringComparison.Ordinal);

    [Fact]
    public void A_section_has_its_numbers_and_the_last_part_only_what_is_shown()
    {
        string page = Page.Write(Sections, Reports.Read(("It_holds", "Fail", ["9"])));

        Assert.Contains("\n## Frames (1–2)\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## More\n", page, StringComparison.Ordinal);
        Assert.Contains("| 9 | nine |  | Demo: [`FrameTests.It_holds`](../tests/Demo.Tests/Wire/FrameTests.cs) | **failed** |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("eight", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_reports_and_of_cases_does_not_matter()
    {
        var first = Reports.Of("A.Tests", ("It_holds", "Pass", ["1"]), ("It_also_holds", "Pass", ["1"]));
        var second = Reports.Of("B.Tests", ("It_holds", "Pass", ["1"]));
        var turned = Reports.Of("A.Tests", ("It_also_holds", "Pass", ["1"]), ("It_holds", "Pass", ["1"]));

        Assert.Equal(Page.Write(Sections, TestReports.Read([first, second])), Page.Write(Sections, TestReports.Read([second, turned])));
    }

    [Fact]
    public void The_mark_on_this_very_test_would_be_read() =>
        Assert.Contains(new KeyValuePair<string, string>(ConformanceAttribute.Trait, "258"), new ConformanceAttribute(258).GetTraits());
}
