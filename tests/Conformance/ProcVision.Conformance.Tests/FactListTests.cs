namespace ProcVision.Conformance.Tests;

public sealed class FactListTests
{
    [Fact]
    public void A_fact_has_a_number_stances_a_title_and_perhaps_an_owner()
    {
        var section = Assert.Single(FactList.Parse(["#\t1-2\tFrames", "1\t\tA length first.", "", "2\tC26,C41\tJSON after it.\tThe platform: it writes."]));

        Assert.Equal("Frames", section.Title);
        Assert.Equal(("1", "A length first.", null), (section.Facts[0].Id, section.Facts[0].Title, section.Facts[0].Owner));
        Assert.Equal(["C26", "C41"], section.Facts[1].Stances);
        Assert.Equal("The platform: it writes.", section.Facts[1].Owner);
    }

    [Theory]
    [InlineData("1-3", "1", "2")]
    [InlineData("1-2", "2", "1")]
    [InlineData("C1-C2", "1", "2")]
    [InlineData("1,2B", "1", "2")]
    public void A_section_that_does_not_list_its_numbers_is_refused(string range, string first, string second) =>
        Assert.Throws<FormatException>(() => FactList.Parse([$"#\t{range}\tFrames", $"{first}\t\tone", $"{second}\t\ttwo"]));

    [Fact]
    public void A_number_is_listed_once() =>
        Assert.Throws<FormatException>(() => FactList.Parse(["#\t1\tFrames", "1\t\tone", "#\t\tMore", "1\t\tagain"]));

    [Theory]
    [InlineData("1\tone")]
    [InlineData("1\t\tone\towner\tmore")]
    public void A_line_that_is_no_fact_is_refused(string line) =>
        Assert.Throws<FormatException>(() => FactList.Parse(["#\t\tFrames", line]));

    [Fact]
    public void The_list_leaves_out_none_of_the_facts_that_must_be_shown()
    {
        var sections = FactList.Parse(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "facts.tsv")));

        Assert.Equal(["227-257", "258-320", "511-525", "526-530,531A,531B,531C", "532-547", "C21-C26", "C29-C33", "C41-C46"],
            sections.Where(static section => section.IsComplete).Select(static section => section.Range));
    }
}
