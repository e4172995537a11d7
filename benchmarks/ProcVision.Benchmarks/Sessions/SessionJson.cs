using System.Text.Json.Serialization;

namespace ProcVision.Benchmarks.Sessions;

[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(Pose))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(Template))]
internal sealed partial class SessionJson : JsonSerializerContext;
