using System.Text;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>What <c>session_values:v1</c> answers.</summary>
public class SessionValuesTests
{
    private readonly Session _session = new("s-1");

    [Fact]
    public void Only_values_that_are_set_are_shown_slots_first_and_then_keys_in_their_order()
    {
        var tray = TraySession.Over(_session);
        _session.Set("b", 1);
        _session.Set("B", 2);
        _session.Set("料", 3);
        tray.Label = "盘";
        tray.Count = 7;
        _session.Set<Rect?>("Tray", new Rect(1, 2, 3, 4));

        Assert.Equal(
            ["Tray Rect? {\"x\":1,\"y\":2,\"width\":3,\"height\":4}", "Count int 7", "Label string? \"盘\"", "B int 2", "b int 1", "料 int 3"],
            Shown());
    }

    [Fact, Conformance(17)]
    public void A_stored_null_is_null()
    {
        TraySession.Over(_session);
        _session.Set<string?>("note", null);
        _session.Set<string?>("Label", null);
        Assert.Equal(["Label string? null", "note null null"], Shown());
    }

    [Fact]
    public void Every_built_in_type_has_its_form()
    {
        _session.Set("a", true);
        _session.Set("b", sbyte.MinValue);
        _session.Set("c", byte.MaxValue);
        _session.Set("d", short.MinValue);
        _session.Set("e", ushort.MaxValue);
        _session.Set("f", uint.MaxValue);
        _session.Set("g", long.MinValue);
        _session.Set("h", ulong.MaxValue);
        _session.Set("i", 0.1f);
        _session.Set("j", 1e-300);
        _session.Set("k", 0.10m);
        _session.Set("l", '"');
        _session.Set("m", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"));
        _session.Set("n", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(1));
        _session.Set("o", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)));
        _session.Set("p", TimeSpan.FromTicks(-1));
        _session.Set("q", new DateOnly(2026, 1, 2));
        _session.Set("r", new TimeOnly(3, 4, 5));
        _session.Set("s", "引\u0001\"<\\😀");
        Assert.Equal(
            [
                "a bool true", "b sbyte -128", "c byte 255", "d short -32768", "e ushort 65535", "f uint 4294967295", "g long -9223372036854775808",
                "h ulong 18446744073709551615", "i float 0.1", "j double 1E-300", "k decimal 0.10", "l char \"\\\"\"",
                "m Guid \"00112233-4455-6677-8899-aabbccddeeff\"", "n DateTime \"2026-01-02T03:04:05.0000001Z\"",
                "o DateTimeOffset \"2026-01-02T03:04:05+08:00\"", "p TimeSpan \"-00:00:00.0000001\"", "q DateOnly \"2026-01-02\"",
                "r TimeOnly \"03:04:05\"", "s string \"引\\u0001\\\"<\\\\\\uD83D\\uDE00\"",
            ],
            Shown());
    }

    [Fact]
    public void An_authors_struct_is_shown_by_what_the_region_says_of_it_and_what_is_no_JSON_is_text()
    {
        var tray = TraySession.Over(_session);
        tray.Pose = new Pose { X = double.NaN, Y = -0.5, Angle = double.NegativeInfinity };
        Assert.Equal(["Pose global::ProcVision.Sdk.Tests.Sessions.Pose {\"X\":\"NaN\",\"Y\":-0.5,\"Angle\":\"-Infinity\"}"], Shown());
    }

    [Fact]
    public void Nothing_is_shown_of_a_session_in_which_nothing_was_stored() => Assert.Empty(Shown());

    private IEnumerable<string> Shown() => _session.ToValues().Select(Text);

    private static string Text(StoredValue value) => $"{value.Key} {value.Type} {Encoding.UTF8.GetString(value.Json)}";
}
