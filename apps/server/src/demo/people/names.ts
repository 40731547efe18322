/** Names that go together, and the language that their bearers read. */
export interface NameStock {
  locale: 'en' | 'de' | 'es' | 'sl';
  /** How many of a hundred members, and how many of those live in Lisbon rather than in Ljubljana. */
  share: number;
  inLisbon: number;
  first: readonly string[];
  last: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);

export const nameStocks: readonly NameStock[] = [
  {
    locale: 'sl',
    share: 44,
    inLisbon: 0.02,
    first:
      words(`Ana Maja Nina Eva Sara Tina Petra Katja Nika Špela Urška Barbara Mateja Lara Zala Neža Vesna Irena Alenka
      Živa Tjaša Manca Luka Jan Marko Matej Rok Žiga Nejc Miha Gregor Andrej Tomaž Blaž Aljaž Jure David Primož Boštjan`),
    last: words(`Novak Horvat Kovačič Krajnc Zupančič Potočnik Kovač Mlakar Vidmar Kos Golob Turk Kralj Zupan Bizjak Hribar
      Kotnik Kavčič Rozman Kastelic Oblak Hočevar Žagar Korošec Jerman Pirc Petek Medved Ribič Zorko Logar Dolenc`),
  },
  {
    locale: 'en',
    share: 22,
    inLisbon: 0.92,
    first:
      words(`Mariana Inês Carolina Joana Catarina Rita Leonor Matilde Francisca Teresa Sónia Cláudia Patrícia João Tomás
      Miguel Duarte Gonçalo Rodrigo Diogo Rui Pedro Afonso Hugo Vasco`),
    last: words(`Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gomes Lopes Marques Ribeiro
      Carvalho Pinto Teixeira Moreira Correia Mendes Nunes Vieira Cardoso Rocha`),
  },
  {
    locale: 'de',
    share: 10,
    inLisbon: 0.3,
    first: words(
      'Lena Hannah Julia Katharina Friederike Sabine Anke Leonie Felix Lukas Paul Moritz Stefan Jörg Matthias Niklas',
    ),
    last: words(
      'Müller Schmidt Schneider Becker Hoffmann Schäfer Koch Richter Wolf Neumann Schwarz Zimmermann Krüger Vogel',
    ),
  },
  {
    locale: 'es',
    share: 8,
    inLisbon: 0.6,
    first: words('Lucía Marta Carmen Paula Sofía Alba Nuria Pilar Javier Álvaro Pablo Diego Sergio Iker Andrés Raúl'),
    last: words(
      'García Fernández González López Sánchez Romero Navarro Torres Domínguez Vázquez Ramos Gil Serrano Molina',
    ),
  },
  {
    locale: 'en',
    share: 8,
    inLisbon: 0.4,
    first: words('Emma Olivia Grace Chloe Aoife Niamh Rachel Hazel James Oliver Callum Ewan Daniel Seán Marcus Tyler'),
    last: words('Smith Taylor Walker Murphy Campbell Stewart Brooks Hughes Kelly Bennett Foster Reid Doyle Carter'),
  },
  {
    locale: 'en',
    share: 8,
    inLisbon: 0.35,
    first:
      words(`Priya Ananya Yuki Hana Linh Wei Amara Zainab Leila Nour Fatima Ayşe Olena Agnieszka Ingrid Kwame Chidi Omar
      Karim Arjun Ravi Kenji Minh Emre Dmytro Piotr Mateus Lars`),
    last: words(`Sharma Patel Nakamura Suzuki Nguyen Chen Okafor Mensah Hassan Haddad Demir Kaya Kovalenko Nowak Lindgren
      Hansen Abebe Farouk Rahman Barbosa`),
  },
];
