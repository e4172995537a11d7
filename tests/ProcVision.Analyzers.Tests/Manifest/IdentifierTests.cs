using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

public sealed class IdentifierTests
{
    /// <summary>Texts as they turn up in manifests, and worse.</summary>
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf("class", "1st", "a-b", "a_b", "A.B", "ab", "AB", "中文", "locate_tray", "", " ", "_", "__", "é", "e\u0301", "\u0301", "😀", "a😀b", "𠀀"),
        Gen.OneOf("Equals", "equals", "get_hash_code", "ToString", "GetType", "X", "x", "x_2", "X2", "x2", "12:3", "12_3", "123", "ı", "İ", "ß", "ǆ", "ⅷ", "١"),
        Gen.OneOf("\ud800", "\udc00", "\0", "\u200d", "a\u200db", "\uFEFF", "null", "value__", "@class", "Param1", "Param2", "Choice1"),
        Gen.String[Gen.Char['\0', '\uffff'], 0, 4],
        Gen.String[Gen.OneOf('a', 'B', '1', '_', '-', '.'), 0, 5]);

    [Theory]
    [InlineData("locate_tray", "LocateTray")]
    [InlineData("p001", "P001")]
    [InlineData("12:3", "_12_3")]
    [InlineData("1st", "_1st")]
    [InlineData("a-b", "AB")]
    [InlineData("class", "Class")]
    [InlineData("中文", "中文")]
    [InlineData("maxWidth2D", "MaxWidth2D")]
    [InlineData("roi 1 2", "Roi1_2")]
    [InlineData("e\u0301tape", "E\u0301tape")]
    [InlineData("\u0301x", "_\u0301x")]
    [InlineData("a😀b", "AB")]
    [InlineData("😀", "")]
    [InlineData("--", "")]
    public void Pascal_case_of(string text, string expected) => Assert.Equal(expected, Identifiers.Pascal(text));

    [Fact]
    public void Clashes_get_numbers_in_their_order_and_plain_names_are_kept()
    {
        string[] names = Identifiers.Unique(["a-b", "a_b", "AB", "AB-2", "", "😀", "Equals", "Taken", "1_2", "1-2"], "Param", ["Taken"]);

        Assert.Equal(["AB", "AB_2", "AB_3", "AB2", "Param5", "Param6", "Equals_2", "Taken_2", "_1_2", "_1_2_2"], names);
    }

    [Fact]
    public void A_plain_name_is_not_taken_by_an_earlier_clash() =>
        Assert.Equal(["X1", "X1_3", "X1_2"], Identifiers.Unique(["x1", "x-1", "x1-2"], "Param", []));

    [Fact]
    public void Whatever_the_texts_are_the_names_are_valid_and_different() =>
        Hostile.Array[0, 8].Sample(
            static texts =>
            {
                string[] names = Identifiers.Unique(texts, "Param", ["LocateTrayParams"]);

                Assert.Equal(texts.Length, names.Length);
                Assert.All(names, AssertUsable);
                Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
                Assert.DoesNotContain("LocateTrayParams", names);
                Assert.Equal(names, Identifiers.Unique(texts, "Param", ["LocateTrayParams"]));
            },
            iter: 20_000);

    [Fact]
    public void What_is_called_valid_is_valid_for_the_compiler() =>
        Hostile.Sample(
            static text =>
            {
                if (Identifiers.IsValid(text))
                    AssertUsable(text);
            },
            iter: 20_000);

    [Fact]
    public void Every_keyword_of_the_compiler_is_known() =>
        Assert.All(
            SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(text => SyntaxFacts.IsValidIdentifier(text)),
            static keyword => Assert.False(Identifiers.IsValid(keyword), keyword));

    private static void AssertUsable(string name)
    {
        Assert.True(SyntaxFacts.IsValidIdentifier(name), $"'{name}' is no identifier");
        Assert.Equal(SyntaxKind.None, SyntaxFacts.GetKeywordKind(name));
    }
}
