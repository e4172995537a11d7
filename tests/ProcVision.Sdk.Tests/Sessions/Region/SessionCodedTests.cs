using System.Collections.Immutable;
using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Codecs.Values;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>Values of an author's own types and collections, by key and as typed properties.</summary>
public class SessionCodedTests
{
    private static readonly SessionArrayCodec<double> Doubles = new(SessionType.Double);

    private static readonly SessionLayout Layout = new(
        "State",
        8 + (2 * 304) + 8 + (2 * 88),
        [
            new SessionSlot("Template", "Template?", SessionSlotForm.Coded, 0, 300, ProcVisionCodecs.Template.Type) { Codec = ProcVisionCodecs.Template },
            new SessionSlot("Heights", "double[]", SessionSlotForm.Coded, 616, 80, Doubles.Type) { Codec = Doubles },
        ])
    {
        Values = [ProcVisionCodecs.Template],
    };

    private readonly Detection _detection = new();

    [Fact]
    public void A_value_of_an_authors_type_comes_back_by_key_here_and_in_the_next_process()
    {
        SessionCodecs.Register([ProcVisionCodecs.Template]);
        _detection.Session.Set("template", Template("a"));
        _detection.Session.Set("templates", new List<Template> { Template("b"), Template("c") });
        _detection.Session.Set("heights", new[] { 1.5, double.NaN });
        _detection.Session.Set("names", ImmutableArray.Create("x", "料"));
        _detection.Session.Set("counts", new Dictionary<string, int> { ["一"] = 1 });
        foreach (var session in (Session[])[_detection.Session, _detection.Attach()])
        {
            Assert.Equal("a", session.Get<Template>("template")!.Name);
            Assert.Equal(["b", "c"], session.Get<List<Template>>("templates")!.Select(t => t.Name));
            Assert.Equal([1.5, double.NaN], session.Get<double[]>("heights")!);
            Assert.Equal(["x", "料"], session.Get<ImmutableArray<string>>("names"));
            Assert.Equal(1, session.Get<Dictionary<string, int>>("counts")!["一"]);
            if (session == _detection.Session)
            {
                continue;
            }

            Assert.Throws<SessionException>(() => _detection.Session.Get<Template>("heights"));
        }
    }

    [Fact]
    public void A_typed_property_of_an_authors_type_is_reached_through_both_doors()
    {
        var slots = _detection.Session.Bind(Layout);
        Assert.False(slots.TryRead(0, 300, ProcVisionCodecs.Template, out _));
        slots.Write(0, 300, ProcVisionCodecs.Template, Template("a"));
        slots.Write(616, 80, Doubles, [1, 2, 3]);
        Assert.Equal("a", _detection.Session.Get<Template>("Template")!.Name);
        _detection.Session.Set("Template", Template("b"));
        Assert.True(slots.TryRead(0, 300, ProcVisionCodecs.Template, out var template));
        Assert.Equal("b", template.Name);

        var next = _detection.Attach().Bind(Layout);
        Assert.True(next.TryRead(616, 80, Doubles, out var heights));
        Assert.Equal([1, 2, 3], heights);
        Assert.Equal("b", _detection.Session.Get<Template>("Template")!.Name);
        _detection.Session.Set<Template?>("Template", null);
        Assert.True(_detection.Session.Exists("Template"));
        Assert.Null(_detection.Session.Get("Template", Template("c")));
        Assert.Throws<SessionException>(() => _detection.Session.Set<double[]>("Heights", null!));
        Assert.Throws<SessionException>(() => _detection.Session.Set("Heights", new float[1]));
    }

    [Fact]
    public void A_value_longer_than_its_property_is_refused_and_the_old_one_stays()
    {
        var slots = _detection.Session.Bind(Layout);
        slots.Write(616, 80, Doubles, new double[10]);
        var message = Assert.Throws<SessionException>(() => _detection.Session.Bind(Layout).Write(616, 80, Doubles, new double[11])).Message;
        Assert.Contains("'Heights'", message, StringComparison.Ordinal);
        Assert.Contains("88", message, StringComparison.Ordinal);
        Assert.Contains("80", message, StringComparison.Ordinal);
        Assert.True(slots.TryRead(616, 80, Doubles, out var heights));
        Assert.Equal(10, heights.Length);
    }

    [Fact]
    public void A_coded_value_that_was_stored_by_key_moves_into_the_property_of_its_name()
    {
        SessionCodecs.Register([ProcVisionCodecs.Template]);
        _detection.Session.Set("Template", Template("a"));
        _detection.Session.Set("Heights", new double[] { 4 });
        _detection.Attach().Bind(Layout).TryRead(616, 80, Doubles, out var heights);
        Assert.Equal([4], heights!);
        Assert.Equal("a", _detection.Session.Get<Template>("Template")!.Name);
    }

    [Fact]
    public void An_author_who_stores_while_his_value_is_written_or_read_breaks_nothing()
    {
        var session = _detection.Session;
        var slots = session.Bind(Layout);
        var codec = new MeddlingCodec(() =>
        {
            session.Set("Template", Template("from inside"));
            session.Set("Template", Template("from inside again"));
            session.Set("key", "one");
        });
        slots.Write(0, 300, codec, new Meddled("outer value"));
        Assert.True(slots.TryRead(0, 300, codec, out var read));
        Assert.Equal("outer value", read.Name);
        SessionCodecs.Add(codec);
        session.Set("key", new Meddled("by key"));
        Assert.Equal("by key", session.Get<Meddled>("key")!.Name);
    }

    private static Template Template(string name) => new(name, 0.5, Grade.Bad) { Points = [] };
}
