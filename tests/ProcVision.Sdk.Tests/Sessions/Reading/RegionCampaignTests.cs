using ProcVision.Fuzz.Regions;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>Short forms of the seeded runs of tests/ProcVision.Fuzz; the long form is a million regions.</summary>
public class RegionCampaignTests
{
    [Fact]
    public void Ten_thousand_damaged_regions_are_read_or_refused_and_nothing_outside_is_touched()
    {
        _ = Seeded.Random(out var seed);
        Assert.Null(new RegionReadCampaign().Run(10_000, (uint)seed));
    }

    [Fact]
    public void Five_thousand_damaged_regions_are_refused_by_a_writer_or_go_on_as_regions()
    {
        _ = Seeded.Random(out var seed);
        Assert.Null(new RegionAttachCampaign().Run(5_000, (uint)seed));
    }

    [Fact]
    public async Task While_a_writer_goes_on_every_value_read_is_one_that_was_written_whole()
    {
        using var memory = PrivateMemory.Create(RegionFormat.SmallestSize);
        var session = new Session("s-1", SessionContext.Empty, SessionStore.Begin(memory, new RegionIdentity("s-1", "p001", "a", default)));
        session.Set("text", "0:");
        session.Set("bytes", new byte[1]);
        var isOver = false;
        var writing = Task.Run(() =>
        {
            for (var i = 1; !Volatile.Read(ref isOver); i++)
            {
                session.Set("text", $"{i % 300}:{new string((char)('a' + (i % 26)), i % 300)}");
                session.Set("bytes", Enumerable.Repeat((byte)i, 1 + (i % 500)).ToArray());
            }
        }, TestContext.Current.CancellationToken);
        try
        {
            for (var i = 0; i < 2000; i++)
            {
                var content = RegionReader.Read(memory);
                Assert.All(content.Problems, problem => Assert.Contains("写入方一直在更改它", problem, StringComparison.Ordinal));
                foreach (var value in content.Values)
                {
                    RequireWhole(value);
                }
            }
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            await writing;
        }

        Assert.Equal(2, RegionReader.Read(memory).Values.Count);
    }

    private static void RequireWhole(StoredValue value)
    {
        var text = System.Text.Json.JsonSerializer.Deserialize<string>(value.Json)!;
        if (value.Key == "bytes")
        {
            Assert.Single(Convert.FromBase64String(text).Distinct());
            return;
        }

        var parts = text.Split(':');
        Assert.Equal(int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), parts[1].Length);
        Assert.True(parts[1].Distinct().Count() <= 1, text);
    }
}
