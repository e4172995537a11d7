using System.Text;
using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Region;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>What a reader sees when it comes between two stores of a writer that moves things, or after that writer was killed there.</summary>
public sealed unsafe class ReaderDuringChangeTests
{
    private readonly Detection _detection = new();

    [Fact]
    public void A_keyed_value_whose_property_is_still_empty_is_read_by_its_key()
    {
        // Killed between naming the layout and moving the value, or a program without typed properties has stored it.
        _ = _detection.Session.Bind(TraySession.Layout);
        _detection.Attach().Set("Count", 7);

        var content = RegionReader.Read(_detection.Memory);

        Assert.Equal(["Count=7"], content.Values.Select(value => $"{value.Key}={Encoding.UTF8.GetString(value.Json)}"));
        Assert.Equal(7, TraySession.Over(_detection.Attach()).Count);
    }

    [Fact]
    public void A_value_that_has_moved_into_its_property_and_is_still_there_by_key_is_read_once()
    {
        _ = _detection.Session.Bind(TraySession.Layout);
        _detection.Attach().Set("Count", 7);
        var entry = _detection.Find("Count"u8);
        Assert.True(entry > 0);
        var directory = _detection.Header->Directory;
        _detection.Header->Directory = 0;
        TraySession.Over(_detection.Attach()).Count = 8;
        _detection.Header->Directory = directory;

        Assert.Equal(["Count=8"], RegionReader.Read(_detection.Memory).Values.Select(value => $"{value.Key}={Encoding.UTF8.GetString(value.Json)}"));
    }

    [Fact]
    public void A_look_at_one_layout_ends_when_another_one_of_its_length_comes_to_its_place()
    {
        var (before, now) = (Layout("Width"), Layout("Depth"));
        _ = _detection.Session.Bind(before);
        var view = new RegionView(_detection.Memory);
        var look = new RegionLook(view, view.Word(RegionFormat.GenerationAt), view.Word(RegionFormat.RootAt));
        var layout = new RegionSlots(look, new RegionSpans(look), []).Layout();
        Assert.Equal("Width", Assert.Single(layout.Slots).Key);

        _detection.Attach().Bind(now).Write(0, 7);
        Assert.Equal(look.Root, view.Word(RegionFormat.RootAt));

        Assert.Throws<RegionMovedOn>(() => new RegionSlots(look, new RegionSpans(look), []).Values(layout).ToList());
    }

    private static SessionLayout Layout(string key) =>
        new("State", 24, [new SessionSlot(key, "int", SessionSlotForm.Value, 0, 4, SessionType.Int32)]);
}
