using System.Text;
using CsCheck;
using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Codecs;

namespace ProcVision.SessionValues.Tests;

/// <summary>One type, and what is asked of its codec.</summary>
public abstract class Shape
{
    /// <summary>More values than CI tries: <c>PROCVISION_SESSION_VALUES=100</c> is a campaign.</summary>
    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("PROCVISION_SESSION_VALUES"), out var times) ? times : 1;

    static Shape() => Region.Register();

    internal abstract void Equals_System_Text_Json(int iterations);

    internal abstract void Takes_or_refuses_hostile_JSON(int iterations);

    internal abstract void Comes_back_from_a_region_attached_anew(int iterations);

    /// <summary>The shapes that are stored as JSON by key.</summary>
    internal static Shape Of<T>() => new Typed<T>();

    private sealed class Typed<T> : Shape
    {
        private static SessionCodec<T> Codec => SessionCodecs.Find<T>() ?? throw new InvalidOperationException($"{typeof(T)} has no codec.");

        public override string ToString() => typeof(T).ToString();

        internal override void Equals_System_Text_Json(int iterations) => RandomValue.Of<T>().Sample(
            value =>
            {
                var theirs = SystemTextJson.Write(value);
                var ours = Coding.Encode(Codec, value);
                Assert.Equal(Shown(theirs), Shown(ours));
                Assert.Equal(Shown(theirs), Shown(SystemTextJson.Write(Coding.Decode(Codec, theirs))));
                Assert.Equal(Shown(theirs), Shown(SystemTextJson.Write(SystemTextJson.Read<T>(ours))));
            },
            iter: iterations * Times,
            print: value => Shown(SystemTextJson.Write(value)));

        internal override void Takes_or_refuses_hostile_JSON(int iterations) =>
            Gen.Select(RandomValue.Of<T>(), Gen.Int, (value, seed) => JsonMutation.Of(SystemTextJson.Write(value), seed)).Sample(
                Compare,
                iter: iterations * Times,
                print: Shown);

#pragma warning disable PV2001 // The types of all shapes, one after the other.
        internal override void Comes_back_from_a_region_attached_anew(int iterations) => RandomValue.Of<T>().Sample(
            value =>
            {
                using var region = new Region();
                region.Session.Set("K", value);
                Assert.Equal(Shown(SystemTextJson.Write(value)), Shown(SystemTextJson.Write(region.Session.Get<T>("K"))));
                if (Codec.Type.Form == SessionTypeForm.Json)
                {
                    Assert.Equal(Shown(SystemTextJson.Write(value)), Shown(region.Read("K").Json));
                }

                Assert.Equal(Shown(SystemTextJson.Write(value)), Shown(SystemTextJson.Write(region.AttachAnew().Get<T>("K"))));
                Assert.True(region.Session.Delete("K"));
            },
            iter: iterations * Times,
            print: value => Shown(SystemTextJson.Write(value)));

#pragma warning restore PV2001
        private static void Compare(byte[] json)
        {
            var (theirs, refusal) = Theirs(json);
            T ours;
            try
            {
                ours = Coding.Decode(Codec, json);
            }
            catch (SessionException e)
            {
                Assert.StartsWith("会话键 'K' 的值在 K", e.Message, StringComparison.Ordinal);
                Assert.True(refusal is not null || Strictness.IsDeliberate(e.Message), $"System.Text.Json takes it, we say: {e.Message}");
                return;
            }

            Assert.True(refusal is null, $"We take it, System.Text.Json says: {refusal}");
            Assert.Equal(Shown(SystemTextJson.Write(theirs)), Shown(Coding.Encode(Codec, ours)));
        }

        private static (T? Value, string? Refusal) Theirs(byte[] json)
        {
            try
            {
                var value = SystemTextJson.Read<T>(json);
                return value is null ? (value, "null") : (value, null);
            }
            catch (Exception e)
            {
                return (default, e.Message);
            }
        }

        private static string Shown(byte[] json) => Encoding.UTF8.GetString(json);
    }
}
