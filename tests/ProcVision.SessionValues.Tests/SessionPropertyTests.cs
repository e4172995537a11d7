using System.Collections.Immutable;
using System.Text;
using CsCheck;
using ProcVision.Sdk.Tests.Sessions.Codecs;
using ProcVision.SessionValues.Tests.Values;

namespace ProcVision.SessionValues.Tests;

/// <summary>Typed properties of every form, in a region that another process attaches to.</summary>
public class SessionPropertyTests
{
    private const int Values = 100;

    [Fact]
    public void What_has_a_fixed_size_comes_back()
    {
        Check("Number", (s, v) => s.Number = v, s => s.Number);
        Check<double?>("Maybe", (s, v) => s.Maybe = v, s => s.Maybe);
        Check("Grade", (s, v) => s.Grade = v, s => s.Grade);
        Check<Marks?>("Marks", (s, v) => s.Marks = v, s => s.Marks);
        Check("Pose", (s, v) => s.Pose = v, s => s.Pose);
        Check<Packed?>("Packed", (s, v) => s.Packed = v, s => s.Packed);
        Check("Tight", (s, v) => s.Tight = v, s => s.Tight);
        Check("Gauge", (s, v) => s.Gauge = v, s => s.Gauge);
        Check("Tuple", (s, v) => s.Tuple = v, s => s.Tuple);
        Check("Time", (s, v) => s.Time = v, s => s.Time);
    }

    [Fact]
    public void Collections_of_what_has_a_fixed_size_come_back()
    {
        Check("Doubles", (s, v) => s.Doubles = v, s => s.Doubles);
        Check("Poses", (s, v) => s.Poses = v, s => s.Poses);
        Check("Tights", (s, v) => s.Tights = v, s => s.Tights);
        Check<ImmutableArray<int>?>("MaybeInts", (s, v) => s.MaybeInts = v, s => s.MaybeInts);
        Check("Bytes", (s, v) => s.Bytes = v, s => s.Bytes);
    }

    [Fact]
    public void What_is_JSON_comes_back_and_is_the_JSON_of_System_Text_Json()
    {
        CheckJson("Measurement", (s, v) => s.Measurement = v, s => s.Measurement!);
        CheckJson("Node", (s, v) => s.Node = v, s => s.Node!);
        CheckJson<Wide?>("Wide", (s, v) => s.Wide = v, s => s.Wide);
        CheckJson("NamedTuple", (s, v) => s.NamedTuple = v, s => s.NamedTuple);
        CheckJson("Texts", (s, v) => s.Texts = v, s => s.Texts);
        CheckJson("MaybeTexts", (s, v) => s.MaybeTexts = v, s => s.MaybeTexts!);
        CheckJson("Grades", (s, v) => s.Grades = v, s => s.Grades);
        CheckJson("Part", (s, v) => s.Part = v, s => s.Part!);
        CheckJson("Measurements", (s, v) => s.Measurements = v, s => s.Measurements);
        CheckJson("Nullables", (s, v) => s.Nullables = v, s => s.Nullables);
        CheckJson("Pair", (s, v) => s.Pair = v, s => s.Pair!);
        CheckJson("Shape", (s, v) => s.Shape = v, s => s.Shape!);
        CheckJson("Text", (s, v) => s.Text = v, s => s.Text);
    }

    [Fact]
    public void Nulls_are_there_and_are_null()
    {
        using var region = new Region();
        var session = EveryForm.Over(region.Session);
        session.Node = new Node("n", null, [], null);
        session.Wide = new Wide(1, "b", null);
        session.Poses = [new Pose { X = 1 }];
        session.MaybeInts = [1];
        session.Node = null;
        session.Wide = null;
        session.Poses = null;
        session.MaybeInts = null;
        session.MaybeTexts = ["a", null];
        session.Measurements = [null];
        session = EveryForm.Over(region.AttachAnew());
        Assert.Null(session.Node);
        Assert.Null(session.Wide);
        Assert.Null(session.Poses);
        Assert.Null(session.MaybeInts);
        Assert.Equal(["a", null], session.MaybeTexts);
        Assert.Equal([null], session.Measurements);
    }

    [Fact]
    public void A_refused_value_leaves_the_old_one()
    {
        using var region = new Region();
        Set(region, "a", 1);
        Refused("Measurement.Value", () => Set(region, "b", double.NaN));
        Refused("Measurement", () => Set(region, new string('x', 5000), 1));
        Refused("Texts[1]", () => SetTexts(region, ["a", null!]));
        Refused("Node.Children[0].Name", () => SetNode(region, new Node("n", null, [new Node(null!, null, [], null)], null)));
        Refused("Tights", () => SetTights(region, default));
        Assert.Equal(new Measurement("a", 1, null), EveryForm.Over(region.AttachAnew()).Measurement);

        static void Set(Region region, string name, double value)
        {
            var session = EveryForm.Over(region.Session);
            session.Measurement = new Measurement(name, value, null);
        }

        static void SetTexts(Region region, string[] texts)
        {
            var session = EveryForm.Over(region.Session);
            session.Texts = texts;
        }

        static void SetNode(Region region, Node node)
        {
            var session = EveryForm.Over(region.Session);
            session.Node = node;
        }

        static void SetTights(Region region, ImmutableArray<Tight> tights)
        {
            var session = EveryForm.Over(region.Session);
            session.Tights = tights;
        }
    }

    private static void CheckJson<T>(string name, Action<EveryForm, T> set, Func<EveryForm, T> get) =>
        Check(name, set, get, (region, json) => Assert.Equal(json, Encoding.UTF8.GetString(region.Read(name).Json)));

    private static void Check<T>(string name, Action<EveryForm, T> set, Func<EveryForm, T> get, Action<Region, string>? look = null) =>
        RandomValue.Of<T>().Sample(
            value =>
            {
                using var region = new Region();
                var json = Shown(value);
                try
                {
                    set(EveryForm.Over(region.Session), value);
                }
                catch (SessionException e) when (e.Message.Contains("MaxBytes", StringComparison.Ordinal))
                {
                    return;
                }

                Assert.Equal(json, Shown(get(EveryForm.Over(region.Session))));
                if (value is not null)
                {
                    look?.Invoke(region, json);
                }

                Assert.Equal(json, Shown(get(EveryForm.Over(region.AttachAnew()))));
                Assert.Equal(json, Shown(Keyed(region.AttachAnew(), name, value)));
            },
            iter: Values,
            print: Shown);

    /// <summary>A property is reached by its name as well, once the session is bound.</summary>
    private static T Keyed<T>(Session session, string name, T value)
    {
        _ = EveryForm.Over(session);
#pragma warning disable PV2001, PV2004 // The types of all properties, one after the other.
        var kept = session.Get<T>(name)!;
        session.Set(name, value);
        Assert.Equal(Shown(kept), Shown(session.Get<T>(name)));
#pragma warning restore PV2001, PV2004
        return kept;
    }

    private static string Shown<T>(T value) => Encoding.UTF8.GetString(SystemTextJson.Write(value));

    private static void Refused(string what, Action action) =>
        Assert.Contains(what, Assert.Throws<SessionException>(action).Message, StringComparison.Ordinal);
}
