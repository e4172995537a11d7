using System.Globalization;
using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Codecs.Values;

namespace ProcVision.Sdk.Tests.Sessions.Region;

/// <summary>A region does not wear out.</summary>
public class SessionEnduranceTests
{
    private readonly Detection _detection = new(RegionFormat.SmallestSize);

    [Fact]
    public void A_number_overwritten_a_million_times_takes_no_more_room_than_once()
    {
        var session = _detection.Session;
        session.Set("key", -1);
        var free = FreeBytes();
        for (var i = 0; i < 1_000_000; i++)
        {
            session.Set("key", i);
        }

        Assert.Equal(999_999, session.Get("key", 0));
        Assert.Equal(free, FreeBytes());
    }

    [Fact]
    public void A_text_of_varying_length_overwritten_a_million_times_does_not_fill_the_region()
    {
        var session = _detection.Session;
        var texts = Enumerable.Range(0, 5_000).Select(i => new string((char)('a' + (i % 26)), i)).ToArray();
        session.Set("key", texts[0]);
        var free = FreeBytes();
        for (var i = 0; i < 1_000_000; i++)
        {
            session.Set("key", texts[i * 7919L % 5_000]);
        }

        Assert.Equal(texts[999_999 * 7919L % 5_000], session.Get("key", ""));
        session.Set("key", texts[0]);
        Assert.Equal(free, FreeBytes());
    }

    [Fact]
    public void A_record_of_varying_length_overwritten_a_hundred_thousand_times_by_key_and_by_property_does_not_fill_the_region()
    {
        SessionCodecs.Register([ProcVisionCodecs.Template]);
        var templates = Enumerable.Range(0, 100).Select(i => new Template(new string('料', i), i, Grade.Bad) { Points = [] }).ToArray();
        var layout = new SessionLayout(
            "State", 8 + (2 * 1008), [new SessionSlot("Template", "Template", SessionSlotForm.Coded, 0, 1000, ProcVisionCodecs.Template.Type) { Codec = ProcVisionCodecs.Template }]);
        var session = _detection.Session;
        var slots = session.Bind(layout);
        session.Set("key", templates[0]);
        var free = FreeBytes();
        for (var i = 1; i <= 100_000; i++)
        {
            session.Set("key", templates[i * 37 % 100]);
            slots.Write(0, 1000, ProcVisionCodecs.Template, templates[i % 100]);
        }

        Assert.Equal(0, session.Get<Template>("key")!.Score);
        Assert.Equal(0, session.Get<Template>("Template")!.Score);
        Assert.Equal(free, FreeBytes());
    }

    [Fact]
    public void A_hundred_thousand_keys_that_come_and_go_do_not_fill_the_region()
    {
        var session = _detection.Session;
        session.Set("first", 1);
        var free = FreeBytes();
        for (var i = 0; i < 100_000; i++)
        {
            var key = i.ToString(CultureInfo.InvariantCulture);
            session.Set(key, i);
            session.Set("t" + key, key);
            if (i >= 20)
            {
                var old = (i - 20).ToString(CultureInfo.InvariantCulture);
                Assert.Equal(i - 20, session.Get(old, 0));
                Assert.True(session.Delete(old));
                Assert.True(session.Delete("t" + old));
            }
        }

        for (var i = 99_980; i < 100_000; i++)
        {
            Assert.True(session.Delete(i.ToString(CultureInfo.InvariantCulture)));
            Assert.True(session.Delete("t" + i.ToString(CultureInfo.InvariantCulture)));
        }

        Assert.Equal(1, session.Get("first", 0));
        Assert.Equal(free - RegionFormat.ChunkSize(RegionFormat.LaterChunkEntries), FreeBytes());
    }

    /// <summary>As much as the next writer finds free.</summary>
    private int FreeBytes()
    {
        var store = SessionStore.Attach(_detection.Memory, _detection.Generation);
        return store.FreeBytes;
    }
}
