using System.Text;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions;

public class SessionSnapshotTests
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
                "o DateTimeOffset \"2026-01-02T03:04:05.0000000+08:00\"", "p TimeSpan \"-00:00:00.0000001\"", "q DateOnly \"2026-01-02\"",
                "r TimeOnly \"03:04:05.0000000\"", "s string \"引\\u0001\\\"<\\\\\\uD83D\\uDE00\"",
            ],
            Shown());
    }

    [Fact]
    public void What_an_authors_type_has_that_is_no_JSON_is_text()
    {
        Assert.Equal("[1 X {\"a\":\"NaN\",\"b\":\"-Infinity\",\"c\":\"\\uFFFD\",\"d\":\"x\\uFFFDy\"}]", Written(static (json, _) =>
        {
            json.Open();
            json.Member("a");
            json.Value(double.NaN);
            json.Member("b");
            json.Value(float.NegativeInfinity);
            json.Member("c");
            json.Value('\ud800');
            json.Member("d");
            json.Value("x\udc00y");
            json.Close();
        }));
    }

    [Fact]
    public void A_property_that_throws_costs_its_own_value_only() => Assert.Equal(
        "[1 X \"读取时出错: InvalidOperationException: no scale\"]",
        Written(static (json, _) =>
        {
            json.Open();
            json.Member("a");
            throw new InvalidOperationException("no scale");
        }));

    [Fact]
    public void An_authors_type_with_the_name_of_a_built_in_one_is_shown_as_the_authors() =>
        Assert.Equal("[1 ProcVision.Guid 7]", Written(static (json, _) => json.Value(7), "ProcVision.Guid"));

    [Fact]
    public void A_slot_that_nobody_can_show_says_how_large_it_is() => Assert.Equal("[1 X \"1 字节，没有 JSON 形式\"]", Written(null));

    /// <summary>A session of a slot that a writer shows, between two others.</summary>
    private static string Written(SessionValueWriter? writer, string type = "X")
    {
        var layout = new SessionLayout("S", 48,
        [
            new SessionSlot("1", type, SessionSlotForm.Value, 0, 1, SessionType.Struct(type, 1)) { Json = writer },
            new SessionSlot("2", "byte", SessionSlotForm.Value, 24, 1, SessionType.Byte),
        ]);
        var session = new Session("s");
        session.Bind(layout).Write<byte>(0, 1);
        session.Bind(layout).Write<byte>(24, 5);
        var shown = session.ToValues().Select(Text).ToArray();
        Assert.Equal("2 byte 5", shown[1]);
        return $"[{shown[0]}]";
    }

    private IEnumerable<string> Shown() => _session.ToValues().Select(Text);

    private static string Text(StoredValue value) => $"{value.Key} {value.Type} {Encoding.UTF8.GetString(value.Json)}";
}
