using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>Where the reading of one JSON object stands: which of its members were there. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SessionObject
{
    private const int Bits = 64;

    private readonly ulong[]? _more;
    private ulong _seen;

    internal SessionObject(SessionMembers members)
    {
        Members = members;
        Member = -1;
        _more = members.Count > Bits ? new ulong[(members.Count - 1) / Bits] : null;
    }

    /// <summary>The index of the member whose value comes next.</summary>
    public int Member { get; internal set; }

    internal SessionMembers Members { get; }

    /// <summary>Whether a member was there.</summary>
    public readonly bool Has(int member) =>
        ((member < Bits ? _seen : _more![(member / Bits) - 1]) & (1UL << (member % Bits))) != 0;

    /// <summary>Notes a member; false when it was there already.</summary>
    internal bool Add(int member)
    {
        var bit = 1UL << (member % Bits);
        ref var bits = ref _seen;
        if (member >= Bits)
        {
            bits = ref _more![(member / Bits) - 1];
        }

        var isNew = (bits & bit) == 0;
        bits |= bit;
        return isNew;
    }

    /// <summary>The first member that has to be there and was not, or −1.</summary>
    internal readonly int FirstMissing()
    {
        var count = Members.Count;
        if (count <= Bits && _seen == (count == Bits ? ulong.MaxValue : (1UL << count) - 1))
        {
            return -1;
        }

        for (var i = 0; i < count; i++)
        {
            if (!Has(i) && !Members.Optional.Contains(i))
            {
                return i;
            }
        }

        return -1;
    }
}
