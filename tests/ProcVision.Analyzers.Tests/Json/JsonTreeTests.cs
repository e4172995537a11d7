namespace ProcVision.Json;

public sealed class JsonTreeTests
{
    /// <summary>The stretch between « and » is where the first problem is expected; both marks are taken out.</summary>
    [Theory]
    [InlineData("""{"a": 1«,» }""", "a comma stands before the closing bracket", """{"a":1}""")]
    [InlineData("""[1, 2«,» ]""", "a comma stands before the closing bracket", "[1,2]")]
    [InlineData("""{"a": 1 «"b"»: 2}""", "',' is missing before this name", """{"a":1,"b":2}""")]
    [InlineData("""[1 «2»]""", "',' is missing before this value", "[1,2]")]
    [InlineData("""{"a": 1,«,» "b": 2}""", "this comma separates nothing", """{"a":1,"b":2}""")]
    [InlineData("""[«,» 1]""", "this comma separates nothing", "[1]")]
    [InlineData("""{"a" «1», "b": 2}""", "':' is missing between a name and its value", """{"a":1,"b":2}""")]
    [InlineData("""{"a": «,» "b": 2}""", "a value is missing before this character", """{"a":?,"b":2}""")]
    [InlineData("""{«a»: 1, "b": 2}""", "a name in double quotes is expected here", """{"a":1,"b":2}""")]
    [InlineData("""{«'a'»: 1}""", "a string stands in the quotes ''", """{"a":1}""")]
    [InlineData("""{"a": «“中文”», "b": 2}""", "a string stands in the quotes “”", """{"a":"中文","b":2}""")]
    [InlineData("""{"a": 1«，» "b": 2}""", "this is the full-width character '，'", """{"a":1,"b":2}""")]
    [InlineData("""{"a"«：» 1}""", "this is the full-width character '：'", """{"a":1}""")]
    [InlineData("""{"a": «True»}""", "'True' is no JSON value", """{"a":true}""")]
    [InlineData("""{"a": «None», "b": 2}""", "'None' is no JSON value", """{"a":null,"b":2}""")]
    [InlineData("""{"a": «01», "b": 2}""", "'01' is no JSON value", """{"a":?,"b":2}""")]
    [InlineData("""{"a": «.5»}""", "'.5' is no JSON value", """{"a":?}""")]
    [InlineData("""{"a": «NaN»}""", "'NaN' is no JSON value", """{"a":?}""")]
    [InlineData("{«// why»\n\"a\": 1}", "a comment is not allowed in JSON", """{"a":1}""")]
    [InlineData("""{«/* why */» "a": 1}""", "a comment is not allowed in JSON", """{"a":1}""")]
    [InlineData("{\"a\": «\"open»\n, \"b\": 2}", "this string is not closed on its line", """{"a":"open","b":2}""")]
    [InlineData("""{"a": "x«\»q", "b": 2}""", "the backslash begins no escape that JSON knows", """{"a":"x\q","b":2}""")]
    [InlineData("""{"a": "«\u»12", "b": 2}""", "'\\u' is not followed by four hexadecimal digits", """{"a":"�12","b":2}""")]
    [InlineData("""{"a": "«\ud800»x"}""", "this is half of a surrogate pair", """{"a":"�x"}""")]
    [InlineData("{\"a\": \"x«\t»y\"}", "a string holds the control character U+0009", "{\"a\":\"x\ty\"}")]
    [InlineData("{\"a\":«\u00a0»1}", "the character U+00A0 is no white space in JSON", """{"a":1}""")]
    [InlineData("""{"a": [1, 2«}»""", "']' is missing before this bracket", """{"a":[1,2]}""")]
    [InlineData("""[{"a": 1«]»""", "'}' is missing before this bracket", """[{"a":1}]""")]
    [InlineData("""{"a": 1«]», "b": 2}""", "this character has no place in an object", """{"a":1,"b":2}""")]
    [InlineData("""[1«:» 2]""", "this character has no place in an array", "[1,2]")]
    [InlineData("""«{»"a": [1]""", "the text ends before this bracket is closed", """{"a":[1]}""")]
    [InlineData("""{"a": «[»1""", "the text ends before this bracket is closed", """{"a":[1]}""")]
    [InlineData("""{"a": 1} «x»""", "there is more text after the end of the document", """{"a":1}""")]
    [InlineData("""{«[»1]: 2, "b": 3}""", "a name in double quotes is expected here", """{"b":3}""")]
    [InlineData("«»", "the text is empty", "?")]
    public void A_mistake_is_reported_where_it_is_and_the_rest_is_read(string marked, string cause, string read)
    {
        var expected = JsonSpan.Between(marked.IndexOf('«'), marked.IndexOf('»') - 1);
        var tree = JsonTree.Parse(marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));

        Assert.Equal((cause, expected), (tree.Problems[0].Cause, tree.Problems[0].Span));
        Assert.Equal(read, Show(tree.Root));
    }

    [Fact]
    public void A_problem_says_cause_and_cure_in_two_sentences() =>
        Assert.Equal(
            "The text is not valid JSON: a comma stands before the closing bracket. Remove the comma.",
            Assert.Single(JsonTree.Parse("[1,]").Problems).Message);

    [Fact]
    public void One_missing_bracket_is_one_problem() =>
        Assert.Equal("the text ends before this bracket is closed", Assert.Single(JsonTree.Parse("""{"a": {"b": [{"c": 1""").Problems).Cause);

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Nesting_is_bounded_as_in_System_Text_Json(int depth, bool isValid)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            string text = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            using var expected = SystemTextJsonComparison.Read(text);
            Assert.Equal(isValid, expected is not null);
            Assert.Equal(isValid, JsonTree.Parse(text).IsValid);
        }
    }

    [Fact]
    public void What_follows_something_nested_too_deep_is_read()
    {
        string deep = new string('[', 500) + new string(']', 500);
        var tree = JsonTree.Parse($$"""{"a": {{deep}}, "b": 2}""");

        Assert.Equal("arrays and objects are nested deeper than 64", Assert.Single(tree.Problems).Cause);
        Assert.IsType<JsonNumberNode>(((JsonObjectNode)tree.Root).Find("b")!.Value);
    }

    /// <summary>A reader that recurses without bound, or looks at everything again for each mistake, does not come back from these.</summary>
    [Theory]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{\"a\":")]
    [InlineData("[{")]
    [InlineData("{[")]
    [InlineData("[{]")]
    [InlineData("\"")]
    [InlineData("\"\\")]
    [InlineData("\\u")]
    [InlineData(",")]
    [InlineData(":")]
    [InlineData("'")]
    [InlineData("“")]
    [InlineData("/*")]
    [InlineData("//\n")]
    [InlineData("/")]
    [InlineData("\0")]
    [InlineData("-")]
    [InlineData("a:")]
    public void A_megabyte_of_mistakes_is_read_to_its_end(string repeated)
    {
        string text = string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length));

        var tree = JsonTree.Parse(text);

        Assert.InRange(tree.Problems.Count, 1, JsonTree.MaxProblems);
    }

    [Fact]
    public void A_byte_order_mark_is_for_the_caller_to_skip()
    {
        Assert.False(JsonTree.Parse("\uFEFF{}").IsValid);
        var tree = JsonTree.Parse("\uFEFF{}", start: 1);
        Assert.True(tree.IsValid);
        Assert.Equal(new JsonSpan(1, 2), tree.Root.Span);
    }

    [Fact]
    public void Of_a_repeated_name_the_last_one_counts_and_both_are_there()
    {
        var root = (JsonObjectNode)JsonTree.Parse("""{"a": 1, "a": 2}""").Root;

        Assert.Equal(2, root.Members.Count);
        Assert.Equal("2", ((JsonNumberNode)root.Find("a")!.Value).Text);
    }

    [Fact]
    public void A_part_of_a_string_is_found_unless_it_was_written_with_escapes()
    {
        Assert.Equal(new JsonSpan(6, 3), ((JsonStringNode)JsonTree.Parse("\"main:Foo\"").Root).SpanOf(5, 3));
        Assert.Equal(new JsonSpan(0, 15), ((JsonStringNode)JsonTree.Parse("\"main\\u003aFoo\"").Root).SpanOf(5, 3));
    }

    private static string Show(JsonNode node) => node switch
    {
        JsonObjectNode owner => "{" + string.Join(",", owner.Members.Select(m => Show(m.Name) + ":" + Show(m.Value))) + "}",
        JsonArrayNode array => "[" + string.Join(",", array.Items.Select(Show)) + "]",
        JsonStringNode text => "\"" + text.Value + "\"",
        JsonNumberNode number => number.Text,
        JsonBooleanNode truth => truth.Value ? "true" : "false",
        JsonNullNode => "null",
        _ => "?",
    };
}
