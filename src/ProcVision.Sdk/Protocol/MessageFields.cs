using System.Runtime.CompilerServices;

namespace ProcVision.Protocol;

/// <summary>Where the fields of one frame stand in its body; <c>default</c> for those that are not there.</summary>
[InlineArray((int)MessageField.Other)]
internal struct MessageFields
{
    private JsonToken _first;
}
