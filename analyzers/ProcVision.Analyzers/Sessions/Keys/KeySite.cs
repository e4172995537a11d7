using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Whose session a key belongs to, as far as its place shows.</summary>
/// <param name="Member">The member whose body it stands in.</param>
/// <param name="Algorithm">The algorithm class around it, if there is one.</param>
/// <param name="Struct">The session struct whose member is used; null for the keyed session.</param>
/// <param name="Receiver">The variable, field or property that holds the session; null when it is something else.</param>
internal sealed record KeySite(ISymbol Member, INamedTypeSymbol? Algorithm, INamedTypeSymbol? Struct, ISymbol? Receiver)
{
    public static KeySite Of(IOperation? session, ISymbol member, SessionSymbols symbols) => new(
        member,
        symbols.AlgorithmAround(member),
        symbols.IsTypedSession(session?.Type) ? (INamedTypeSymbol)session!.Type! : null,
        session switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation reference => reference.Member,
            _ => null,
        });
}
